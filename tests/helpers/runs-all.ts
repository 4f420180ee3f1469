/** Whether the rows of the matrix run that are only for a release. */
export const runsAll: boolean = process.env["MATRIX"] === "all";
