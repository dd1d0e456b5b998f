package org.gongkai.rules.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.rules.Finding;
import org.gongkai.text.Characters;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * Whether a JSON value can be read as the form: every place filled, nothing beside them, each with what belongs there. Walks
 * the form, so it knows no row by name, and reports every fault, not only the first.
 */
public final class ShapeCheck {

    /** More unknown fields than this are not listed. Faults of the form's own places all are: what is not listed is taken as read. */
    private static final int MOST_UNKNOWN = 1_000;

    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(Form.MAX_COUNT);

    private static final Text MISSING = new Text("缺少此项；%s", "Missing; %s");
    private static final Text NULL = new Text("不得为 null；%s", "Must not be null; %s");

    private final List<Finding> findings = new ArrayList<>();
    private int unknown;

    private ShapeCheck() {}

    /** Every fault of shape, in the order of the form; empty when the content can be read as the form. */
    public static List<Finding> of(Form form, JsonNode content) {
        ShapeCheck check = new ShapeCheck();
        check.place(form.root(), content);
        return List.copyOf(check.findings);
    }

    private void place(FormNode formNode, JsonNode value) {
        if (value == null) {
            fault(formNode, MISSING.with(nothing(formNode)));
        } else if (value.isNull()) {
            fault(formNode, NULL.with(nothing(formNode)));
        } else {
            switch (formNode.kind()) {
                case TEXT -> text(formNode, value);
                case COUNT -> number(formNode, value, BigDecimal.ZERO, MAX_COUNT, 0);
                case CHANGE -> number(formNode, value, MAX_COUNT.negate(), MAX_COUNT, 0);
                case AMOUNT -> number(formNode, value, BigDecimal.ZERO, Form.MAX_AMOUNT, Form.AMOUNT_DECIMALS);
                default -> members(formNode, value);
            }
        }
    }

    /** What to write when there is nothing to report. */
    private static Text nothing(FormNode formNode) {
        return switch (formNode.kind()) {
            case TEXT -> new Text("没有内容的填空字符串", "write an empty string for no text");
            case COUNT, CHANGE, AMOUNT -> new Text("没有发生的填 0", "write 0 for none");
            default -> new Text("其中各项都要填写", "all of its members are needed");
        };
    }

    private void members(FormNode formNode, JsonNode value) {
        if (!value.isObject()) {
            fault(formNode, new Text("应为对象，实为%s", "Must be an object, is %s").with(typeOf(value)));
            return;
        }
        for (FormNode child : formNode.children()) {
            place(child, value.get(child.name()));
        }
        value.fieldNames().forEachRemaining(name -> {
            if (formNode.children().stream().noneMatch(child -> child.name().equals(name))) {
                unknown(formNode, name);
            }
        });
    }

    private void text(FormNode formNode, JsonNode value) {
        if (!value.isTextual()) {
            fault(formNode, new Text("应为文字，实为%s", "Must be text, is %s").with(typeOf(value)));
        } else if (length(value) > Form.MAX_TEXT) {
            fault(
                    formNode,
                    new Text("文字过长：%s 字，最多 %s 字", "Too long: %s characters, at most %s")
                            .with(length(value), Form.MAX_TEXT));
        } else if (!Characters.areStorable(value.textValue())) {
            fault(
                    formNode,
                    new Text(
                            "含有无法保存的字符（U+0000 或不成对的代理项）",
                            "Holds a character that cannot be stored (U+0000 or an unpaired surrogate)"));
        }
    }

    private void number(FormNode formNode, JsonNode value, BigDecimal min, BigDecimal max, int decimals) {
        if (!value.isNumber()) {
            fault(formNode, new Text("应为数字，实为%s", "Must be a number, is %s").with(typeOf(value)));
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.compareTo(min) < 0) {
            fault(
                    formNode,
                    min.signum() == 0
                            ? new Text("不得为负数：%s", "Must not be negative: %s").with(value)
                            : new Text("数值过小：最小为 %s", "Too small: at least %s").with(min));
        } else if (number.compareTo(max) > 0) {
            fault(formNode, new Text("数值过大：最大为 %s", "Too large: at most %s").with(max));
        } else if (number.stripTrailingZeros().scale() > decimals) {
            fault(
                    formNode,
                    decimals == 0
                            ? new Text("应为整数，不得有小数：%s", "Must be an integer, not a fraction: %s").with(value)
                            : new Text("小数最多 %s 位：%s", "At most %s decimals: %s").with(decimals, value));
        }
    }

    private void unknown(FormNode formNode, String name) {
        String pointer = formNode.pointer() + Pointers.step(name);
        if (unknown < MOST_UNKNOWN) {
            unknown++;
            findings.add(Finding.ofShape(pointer, null, new Text("表中没有此项", "The form has no such field")));
        }
    }

    private void fault(FormNode formNode, Text message) {
        findings.add(Finding.ofShape(formNode.pointer(), formNode.code().isEmpty() ? null : formNode.place(), message));
    }

    /** In characters as people and JSON Schema count them. */
    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    private static Text typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> new Text("数组", "an array");
            case BOOLEAN -> new Text("布尔值", "a boolean");
            case NUMBER -> new Text("数字", "a number");
            case OBJECT -> new Text("对象", "an object");
            case STRING -> new Text("文字", "text");
            default -> new Text("其他内容", "something else");
        };
    }
}
