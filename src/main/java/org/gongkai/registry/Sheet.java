package org.gongkai.registry;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.http.Csv;

/**
 * A register as a spreadsheet holds it: one entry per line, one field per column.
 *
 * @param columns its columns, in the order in which they are written
 * @param entry makes an entry of a line
 */
record Sheet<E>(List<SheetColumn<E>> columns, Function<SheetLine, E> entry) {

    /** The column every line is known by. */
    static final String CODE = "code";

    static final Sheet<DistrictEntry> DISTRICTS = new Sheet<>(
            List.of(
                    SheetColumn.required(CODE, DistrictEntry::code),
                    SheetColumn.required("name", DistrictEntry::name),
                    SheetColumn.reference("parent", DistrictEntry::parent),
                    SheetColumn.optional("level", DistrictEntry::level),
                    SheetColumn.optional("validFrom", DistrictEntry::validFrom),
                    SheetColumn.optional("validTo", DistrictEntry::validTo),
                    SheetColumn.reference("successor", DistrictEntry::successor)),
            line -> new DistrictEntry(
                    line.text(CODE),
                    line.text("name"),
                    line.text("parent"),
                    line.choice("level", DistrictLevel.values()),
                    line.date("validFrom"),
                    line.date("validTo"),
                    line.text("successor")));

    static final Sheet<CategoryEntry> CATEGORIES = new Sheet<>(
            List.of(SheetColumn.required(CODE, CategoryEntry::code), SheetColumn.required("name", CategoryEntry::name)),
            line -> new CategoryEntry(line.text(CODE), line.text("name")));

    /** Without the former names, of which there may be any number: they stay as they are. */
    static final Sheet<AgencyEntry> AGENCIES = new Sheet<>(
            List.of(
                    SheetColumn.required(CODE, AgencyEntry::code),
                    SheetColumn.required("name", AgencyEntry::name),
                    SheetColumn.optional("nameSince", AgencyEntry::nameSince),
                    SheetColumn.required("district", AgencyEntry::district),
                    SheetColumn.required("category", AgencyEntry::category),
                    SheetColumn.required("kind", AgencyEntry::kind),
                    SheetColumn.optional("unifiedSocialCreditCode", AgencyEntry::unifiedSocialCreditCode),
                    SheetColumn.optional("validFrom", AgencyEntry::validFrom),
                    SheetColumn.optional("validTo", AgencyEntry::validTo),
                    SheetColumn.reference("successor", AgencyEntry::successor)),
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
        return columns.stream().map(SheetColumn::name).toList();
    }

    /** The columns that hold codes of other entries. */
    Set<String> references() {
        return columns.stream()
                .filter(SheetColumn::reference)
                .map(SheetColumn::name)
                .collect(Collectors.toSet());
    }

    /** The entries as CSV, with a header line. */
    String write(Stream<E> entries) {
        return Csv.write(names(), entries.map(this::cells));
    }

    private List<Object> cells(E entry) {
        return columns.stream().map(column -> column.value().apply(entry)).collect(Collectors.toList());
    }
}
