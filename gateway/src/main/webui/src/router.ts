import { nextTick } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import OverviewPage from './overview/OverviewPage.vue';

// The first path segments are known to the gateway too (duban.gateway.web.WebUi), which answers them
// with these pages; an address beyond them it answers with the same document and a 404.
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: OverviewPage },
    { path: '/district/:code(\\d{6})', component: () => import('./district/DistrictPage.vue') },
    { path: '/plan/:plan', component: () => import('./plan/PlanPage.vue') },
    { path: '/target/:target', component: () => import('./target/TargetPage.vue') },
    { path: '/indicator/:indicator', component: () => import('./indicator/IndicatorPage.vue') },
    { path: '/problems', component: () => import('./problem/ProblemsPage.vue') },
    { path: '/discipline', component: () => import('./discipline/DisciplinePage.vue') },
    { path: '/report', component: () => import('./report/ReportPage.vue') },
    { path: '/report/:target', component: () => import('./report/ReportTargetPage.vue') },
    { path: '/bulletins', component: () => import('./paper/PapersPage.vue') },
    { path: '/bulletins/:scope(\\d{6})/:period', component: () => import('./paper/PaperPage.vue') },
    { path: '/plans', component: () => import('./plans/PlansPage.vue') },
    { path: '/review/:plan', component: () => import('./review/ReviewPage.vue') },
    { path: '/catalogue', component: () => import('./catalogue/CataloguePage.vue') },
    { path: '/settings', component: () => import('./settings/SettingsPage.vue') },
    { path: '/operations', component: () => import('./operations/OperationsPage.vue') },
    { path: '/wall', component: () => import('./wall/WallPage.vue'), meta: { bare: true } },
    { path: '/:rest(.*)', component: () => import('./shell/MissingPage.vue') },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

// Whoever does not see the page change hears it: reading goes on at the new page's beginning. Only who
// is going through a list of choices stays there, for the arrow keys may already choose.
router.afterEach(async (to, from) => {
  if (!from.matched.length || to.path === from.path) return;
  if (document.activeElement instanceof HTMLSelectElement) return;
  await nextTick();
  document.getElementById('main')?.focus({ preventScroll: true });
});
