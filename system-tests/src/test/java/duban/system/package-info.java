/**
 * The whole system as its users meet it: started by the launcher as seven processes, spoken to
 * through the gateway, killed part by part. One system serves all the tests of a run.
 */
@org.jspecify.annotations.NullMarked
package duban.system;
