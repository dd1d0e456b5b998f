package org.gongkai.registry.agency;

import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.registry.district.DistrictLevel;
import org.gongkai.text.Text;

/**
 * The properties of an agency that determine the rules for its reports and their deadline.
 *
 * @param code code of the agency
 * @param kind kind of the agency
 * @param level rank of the level of its district
 * @param validFrom the first day of its existence; {@code null} if unknown
 * @param validTo the last day of its existence; {@code null} while it exists
 */
public record ReportingAuthority(String code, AgencyKind kind, int level, LocalDate validFrom, LocalDate validTo) {

    /**
     * Returns why the agency cannot report on a year: the year is not over, and the agency did not end in it; or the
     * agency did not exist in that year.
     *
     * @param year the report year
     * @param today the current day in Beijing
     * @return empty if it can
     */
    public Optional<Text> obstacle(int year, LocalDate today) {
        return obstacle(validFrom, validTo, year, today);
    }

    /** Returns the same for an agency with this first and last day. */
    public static Optional<Text> obstacle(LocalDate validFrom, LocalDate validTo, int year, LocalDate today) {
        if (validTo != null && year > validTo.getYear()) {
            return Optional.of(new Text("机关已于 %s 终止，不报送 %s 年度的报告", "The agency ended on %s and does not report on %s")
                    .with(validTo, year));
        }
        if (validFrom != null && year < validFrom.getYear()) {
            return Optional.of(
                    new Text("机关于 %s 设立，不报送 %s 年度的报告", "The agency was founded on %s and does not report on %s")
                            .with(validFrom, year));
        }
        boolean hasEndedInYear = validTo != null && year == validTo.getYear() && validTo.isBefore(today);
        return year < today.getYear() || hasEndedInYear
                ? Optional.empty()
                : Optional.of(new Text(
                                "%s 年度尚未结束，不能报送；目前最晚可报送 %s 年度",
                                "The year %s is not over; the last one to report on is %s")
                        .with(year, today.getYear() - 1));
    }

    /**
     * Returns whether the agency may make rules (规章), as governments of provinces and of cities divided into districts
     * may.
     */
    public boolean mayMakeRules() {
        return kind == AgencyKind.GOVERNMENT && level <= DistrictLevel.CITY.rank();
    }
}
