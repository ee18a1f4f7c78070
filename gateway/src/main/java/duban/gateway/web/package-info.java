/**
 * The pages: the live view of the year's promises, and the API's description to try. They are plain
 * files of the same origin, and the headers set here keep them from becoming anything else.
 */
@org.jspecify.annotations.NullMarked
package duban.gateway.web;
