package org.gongkai.form;

import org.gongkai.text.Text;

/** The unit of a figure. Only figures of one unit can be added up. */
public enum Unit {
    DOCUMENT("件", "documents"),
    DECISION("件", "decisions"),
    REQUEST("件", "requests"),
    CASE("件", "cases"),
    ITEM("项", "items"),
    PROJECT("个", "projects"),
    TEN_THOUSAND_YUAN("万元", "CNY 10,000");

    private final Text label;

    Unit(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** Returns the maximum number of decimals of a value. */
    public int decimals() {
        return this == TEN_THOUSAND_YUAN ? Form.AMOUNT_DECIMALS : 0;
    }
}
