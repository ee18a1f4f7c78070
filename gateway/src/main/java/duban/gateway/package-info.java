/**
 * The one public door: every request is judged here by its raw path, its token and its size before
 * a service sees it. The rooms are route (what is forwarded, and how), identity, limit, api (the
 * merged description and the services' health) and web (the pages).
 */
@org.jspecify.annotations.NullMarked
package duban.gateway;
