/**
 * Who is at the door. A caller shows a bearer token; a browser's page, whose event stream cannot
 * send one, exchanges it for a cookie that counts for nothing which another page had sent. Each
 * service checks the same token again.
 */
@org.jspecify.annotations.NullMarked
package duban.gateway.identity;
