/**
 * What holds the events' shapes still. Every type has a schema and at least one golden file; golden
 * files are only ever added. Schemas may grow, but what was published stays valid for ever.
 */
@org.jspecify.annotations.NullMarked
package duban.contracts.schema;
