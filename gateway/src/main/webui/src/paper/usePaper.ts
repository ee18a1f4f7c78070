import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { Refused } from '../api/refused';
import { useReport } from '../api/useReport';
import { useChanges } from '../live/useStream';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { issuesOf, paper, type Version } from './papers';
import { periodOf } from './period';

/** One paper in one of its versions, which the address names: ?issue=2, ?draft=true, or the latest. */
export function usePaper() {
  const route = useRoute();
  const router = useRouter();
  const { viewpoint } = useViewpoint();
  const scope = computed(() => String(route.params.scope));
  const period = computed(() => periodOf(String(route.params.period)));
  const version = computed<Version>(() => {
    const issue = Number(route.query.issue);
    if (Number.isInteger(issue) && issue > 0) return { issue };
    // A moment of knowledge makes a draft of it: an issue knows what it knew.
    const { knownAt } = viewpoint.value;
    return route.query.draft === 'true' || knownAt ? { draft: true, knownAt } : {};
  });
  const isNewer = ref(false);

  const whole = useReport(
    () => [scope.value, period.value?.text, version.value],
    async (signal) => {
      if (!period.value) throw new Refused(404);
      const answer = await paper(scope.value, period.value, version.value, signal);
      isNewer.value = false;
      return answer;
    },
  );
  const issues = useReport(
    () => [scope.value, period.value?.text],
    async (signal) => (period.value ? issuesOf(scope.value, period.value, signal) : []),
  );

  // Written anew only when the reader asks for it: nobody wants a text to move while it is being read.
  useChanges((changes) => {
    const isDraft = whole.data.value?.state === 'draft' && !version.value.knownAt;
    if (isDraft && changes.some(({ kind }) => kind === 'event')) isNewer.value = true;
  });
  watch(version, () => (isNewer.value = false));

  const show = ({ issue, draft }: Version) =>
    router.push({
      path: route.path,
      query: {
        ...route.query,
        issue,
        draft: draft ? 'true' : undefined,
        knownAt: undefined,
        asOf: undefined,
      },
    });

  return {
    scope,
    period,
    version,
    paper: whole.data,
    failure: whole.failure,
    issues: issues.data,
    isNewer,
    renew: whole.load,
    readIssues: issues.load,
    show,
  };
}
