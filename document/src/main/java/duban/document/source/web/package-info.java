/**
 * A saved web page: its words in lines as a browser would break them. The page's menus and notices
 * stay in; which words are the plan's is for the outline to find.
 */
@org.jspecify.annotations.NullMarked
package duban.document.source.web;
