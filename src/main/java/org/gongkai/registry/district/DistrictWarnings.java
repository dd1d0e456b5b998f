package org.gongkai.registry.district;

import java.util.List;
import org.gongkai.csv.EntryWarning;
import org.gongkai.text.DivisionCode;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** Warnings about districts that are stored, but may be wrong. */
final class DistrictWarnings {

    private static final Text OTHER_PARENT = new Text(
            "代码 %s 按数字不属于上级 %s，请核对；功能区、调整隶属而沿用原代码的区划可以如此",
            "By its digits, the code %s does not belong to the parent %s. Check it; functional areas, and districts that"
                    + " moved and kept their code, may be so");

    private DistrictWarnings() {}

    /** Returns the warnings about an entry. */
    static List<EntryWarning> of(DistrictEntry entry, Language language) {
        return entry.code() != null && entry.parent() != null && DivisionCode.contradicts(entry.code(), entry.parent())
                ? List.of(new EntryWarning(
                        "/parent",
                        null,
                        OTHER_PARENT.with(entry.code(), entry.parent()).in(language)))
                : List.of();
    }
}
