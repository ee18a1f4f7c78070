/** Reading and proving the ledgers of the running service, and what its watchers see. */
package duban.progress.operations;
