package org.gongkai.intake;

/**
 * The state of the published report of one agency for one year; or of a file without any.
 *
 * @param agency name of the agency as printed; {@code null} for a file without a report
 * @param code code of the agency in the registry; {@code null} if the registry lacks the name
 * @param year the report year; {@code null} for a file without a report
 * @param status how much was read
 * @param figures how many numbers were read, out of how many; {@code null} for a file without a report
 * @param lastYear number of contradictions with the report for the year before; {@code null} if that was not found
 * @param government number of figures in which a government's report has less than its departments together; {@code null}
 *     for other agencies, or if none of the departments was found
 * @param files names of the files, the one that was counted first
 */
record CoverageLine(
        String agency,
        String code,
        Integer year,
        CoverageStatus status,
        String figures,
        Integer lastYear,
        Integer government,
        String files) {}
