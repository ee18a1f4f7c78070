/**
 * The district's workbook, handed in filled. Each row in which somebody filled anything in becomes
 * the event that says the same and goes the way of every batch; its id follows from what it says,
 * so that the same file again records nothing again. The answer is the rows' results, or the same
 * workbook with its faulty cells marked, which can be put right and handed in as it is.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.workbook;
