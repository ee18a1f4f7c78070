@org.jspecify.annotations.NullMarked
package duban.progress.recognition;
