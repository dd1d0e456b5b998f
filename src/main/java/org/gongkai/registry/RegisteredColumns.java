package org.gongkai.registry;

import java.util.List;
import java.util.function.Function;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.publication.table.TableLabels;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The columns by which tables name agencies, their kinds, districts and categories. */
public final class RegisteredColumns {

    private RegisteredColumns() {}

    public static <R> List<TableColumn<R>> agency(TableLabels labels, Function<R, Named> agency) {
        return of("agency", new Text("机关", "Agency"), labels, agency);
    }

    public static <R> List<TableColumn<R>> district(TableLabels labels, Function<R, Named> district) {
        return of("district", new Text("行政区划", "District"), labels, district);
    }

    public static <R> List<TableColumn<R>> category(TableLabels labels, Function<R, Named> category) {
        return of("category", new Text("部门类别", "Category"), labels, category);
    }

    public static <R> List<TableColumn<R>> kind(TableLabels labels, Language language, Function<R, AgencyKind> kind) {
        return TableColumn.ofCode(
                "kind",
                new Text("机关类型", "Kind"),
                labels.ofChoices(),
                row -> kind.apply(row).name(),
                row -> kind.apply(row).label().in(language));
    }

    private static <R> List<TableColumn<R>> of(String name, Text title, TableLabels labels, Function<R, Named> entry) {
        return TableColumn.ofCode(
                name, title, labels.ofRegistered(), row -> entry.apply(row).code(), row -> entry.apply(row)
                        .name());
    }
}
