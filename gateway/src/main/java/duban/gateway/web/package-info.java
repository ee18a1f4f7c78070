/**
 * The pages: what src/main/webui is built into, and the API's description to try. All are files of
 * the same origin, and the headers set here keep them from becoming anything else.
 */
@org.jspecify.annotations.NullMarked
package duban.gateway.web;
