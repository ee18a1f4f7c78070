/** The copy of the plans: what Kafka brings, brings twice, brings torn or does not bring at all. */
package duban.progress.replica;
