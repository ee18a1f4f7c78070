/**
 * The front door that every service shares: who the caller is and which districts they may touch,
 * how a request's JSON is read, and how every refusal leaves as a problem document, whether it
 * arose in a resource, in the framework or before either was reached; and how the API description
 * tells so.
 */
@org.jspecify.annotations.NullMarked
package duban.door;
