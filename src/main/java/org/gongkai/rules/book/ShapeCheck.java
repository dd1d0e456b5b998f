package org.gongkai.rules.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.rules.Finding;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;
import org.gongkai.text.UnsafeCharacter;

/**
 * Checks the shape of a report: no member of the form is missing, none is unknown, and each has the right type and
 * range. Walks the form, so it contains no list of rows. Reports all errors, not only the first.
 */
public final class ShapeCheck {

    /**
     * The maximum number of findings about unknown members. Findings about places of the form are not limited, because
     * a place without a finding counts as readable.
     */
    private static final int MAX_UNKNOWN = 1_000;

    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(Form.MAX_COUNT);

    private static final Text MISSING = new Text("缺少此项；%s", "Missing; %s");
    private static final Text NULL = new Text("不得为 null；%s", "Must not be null; %s");

    private final List<Finding> findings = new ArrayList<>();
    private int unknown;

    private ShapeCheck() {}

    /** Returns all findings about the shape, in the order of the form; empty if the content is readable. */
    public static List<Finding> of(Form form, JsonNode content) {
        ShapeCheck check = new ShapeCheck();
        check.check(form.root(), content);
        return List.copyOf(check.findings);
    }

    private void check(FormNode formNode, JsonNode value) {
        if (value == null) {
            finding(formNode, MISSING.with(valueForNothing(formNode)));
        } else if (value.isNull()) {
            finding(formNode, NULL.with(valueForNothing(formNode)));
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

    /** Returns a hint how to report nothing. */
    private static Text valueForNothing(FormNode formNode) {
        return switch (formNode.kind()) {
            case TEXT -> new Text("没有内容的填空字符串", "write an empty string if there is no text");
            case COUNT, CHANGE, AMOUNT -> new Text("没有发生的填 0", "write 0 if there are none");
            default -> new Text("其中各项都要填写", "all its members are required");
        };
    }

    private void members(FormNode formNode, JsonNode value) {
        if (!value.isObject()) {
            finding(formNode, new Text("应为对象，实为%s", "Must be an object, but is %s").with(typeOf(value)));
            return;
        }
        int known = 0;
        for (FormNode child : formNode.children()) {
            JsonNode member = value.get(child.name());
            known += member == null ? 0 : 1;
            check(child, member);
        }
        if (known < value.size()) {
            value.fieldNames().forEachRemaining(name -> {
                if (!isKnown(formNode, name)) {
                    unknown(formNode, name);
                }
            });
        }
    }

    private static boolean isKnown(FormNode formNode, String name) {
        return formNode.children().stream().anyMatch(child -> child.name().equals(name))
                || formNode.pointer().isEmpty() && HeadCheck.isMember(name);
    }

    private void text(FormNode formNode, JsonNode value) {
        if (!value.isTextual()) {
            finding(formNode, new Text("应为文字，实为%s", "Must be text, but is %s").with(typeOf(value)));
        } else if (length(value) > Form.MAX_TEXT) {
            finding(
                    formNode,
                    new Text("文字过长：%s 字，最多 %s 字", "Too long: %s characters; at most %s are allowed")
                            .with(length(value), Form.MAX_TEXT));
        } else {
            UnsafeCharacter.in(value.textValue()).ifPresent(unsafe -> finding(formNode, unsafe.message()));
        }
    }

    private void number(FormNode formNode, JsonNode value, BigDecimal min, BigDecimal max, int decimals) {
        if (!value.isNumber()) {
            finding(formNode, new Text("应为数字，实为%s", "Must be a number, but is %s").with(typeOf(value)));
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.compareTo(min) < 0) {
            finding(
                    formNode,
                    min.signum() == 0
                            ? new Text("不得为负数：%s", "Must not be negative: %s").with(value)
                            : new Text("数值过小：最小为 %s", "Too small: must be at least %s").with(min));
        } else if (number.compareTo(max) > 0) {
            finding(formNode, new Text("数值过大：最大为 %s", "Too large: must be at most %s").with(max));
        } else if (number.stripTrailingZeros().scale() > decimals) {
            finding(
                    formNode,
                    decimals == 0
                            ? new Text("应为整数，不得有小数：%s", "Must be an integer without decimals: %s").with(value)
                            : new Text("小数最多 %s 位：%s", "Must have at most %s decimals: %s").with(decimals, value));
        }
    }

    private void unknown(FormNode formNode, String name) {
        String pointer = formNode.pointer() + Pointers.step(name);
        if (unknown < MAX_UNKNOWN) {
            unknown++;
            findings.add(Finding.ofShape(pointer, null, new Text("表中没有此项", "The form has no such field")));
        }
    }

    private void finding(FormNode formNode, Text message) {
        findings.add(Finding.ofShape(formNode.pointer(), formNode.code().isEmpty() ? null : formNode.place(), message));
    }

    /** Returns the length in Unicode code points, as JSON Schema counts characters. */
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
