package org.gongkai.csv;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.registry.AgencyEntry;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.CategoryEntry;
import org.gongkai.registry.DistrictEntry;
import org.gongkai.registry.DistrictLevel;

/**
 * A register as a spreadsheet holds it: one entry per line, one field per column.
 *
 * @param columns its columns, in the order in which they are written
 * @param entry makes an entry of a line
 */
public record CsvColumns<E>(List<CsvColumn<E>> columns, Function<CsvLine, E> entry) {

    /** The column every line is known by. */
    static final String CODE = "code";

    public static final CsvColumns<DistrictEntry> DISTRICTS = new CsvColumns<>(
            List.of(
                    CsvColumn.required(CODE, DistrictEntry::code),
                    CsvColumn.required("name", DistrictEntry::name),
                    CsvColumn.reference("parent", DistrictEntry::parent),
                    CsvColumn.optional("level", DistrictEntry::level),
                    CsvColumn.optional("validFrom", DistrictEntry::validFrom),
                    CsvColumn.optional("validTo", DistrictEntry::validTo),
                    CsvColumn.reference("successor", DistrictEntry::successor)),
            line -> new DistrictEntry(
                    line.text(CODE),
                    line.text("name"),
                    line.text("parent"),
                    line.choice("level", DistrictLevel.values()),
                    line.date("validFrom"),
                    line.date("validTo"),
                    line.text("successor")));

    public static final CsvColumns<CategoryEntry> CATEGORIES = new CsvColumns<>(
            List.of(CsvColumn.required(CODE, CategoryEntry::code), CsvColumn.required("name", CategoryEntry::name)),
            line -> new CategoryEntry(line.text(CODE), line.text("name")));

    /** Without the former names, of which there may be any number: they stay as they are. */
    public static final CsvColumns<AgencyEntry> AGENCIES = new CsvColumns<>(
            List.of(
                    CsvColumn.required(CODE, AgencyEntry::code),
                    CsvColumn.required("name", AgencyEntry::name),
                    CsvColumn.optional("nameSince", AgencyEntry::nameSince),
                    CsvColumn.required("district", AgencyEntry::district),
                    CsvColumn.required("category", AgencyEntry::category),
                    CsvColumn.required("kind", AgencyEntry::kind),
                    CsvColumn.optional("unifiedSocialCreditCode", AgencyEntry::unifiedSocialCreditCode),
                    CsvColumn.optional("validFrom", AgencyEntry::validFrom),
                    CsvColumn.optional("validTo", AgencyEntry::validTo),
                    CsvColumn.reference("successor", AgencyEntry::successor)),
            line -> new AgencyEntry(
                    line.text(CODE),
                    line.text("name"),
                    line.date("nameSince"),
                    null,
                    line.text("district"),
                    line.text("category"),
                    line.choice("kind", AgencyKind.values()),
                    line.text("unifiedSocialCreditCode"),
                    line.date("validFrom"),
                    line.date("validTo"),
                    line.text("successor")));

    List<String> names() {
        return columns.stream().map(CsvColumn::name).toList();
    }

    /** The columns that hold codes of other entries. */
    Set<String> references() {
        return columns.stream()
                .filter(CsvColumn::reference)
                .map(CsvColumn::name)
                .collect(Collectors.toSet());
    }

    /** The entries as CSV, with a header line. */
    public String write(Stream<E> entries) {
        return Csv.write(names(), entries.map(this::cells));
    }

    private List<Object> cells(E entry) {
        return columns.stream().map(column -> column.value().apply(entry)).collect(Collectors.toList());
    }
}
