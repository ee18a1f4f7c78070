/** Tests of the intake: the rules as tables, the service on the real database and broker. */
package duban.progress;
