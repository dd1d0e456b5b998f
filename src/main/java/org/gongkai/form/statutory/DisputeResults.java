package org.gongkai.form.statutory;

import org.gongkai.form.Item;
import org.gongkai.form.Total;

/**
 * Cases by result.
 *
 * @param upheld the organ's act was upheld
 * @param corrected the organ's act was changed
 * @param otherResult the case was withdrawn, rejected or dismissed
 * @param pending the case is not yet concluded
 * @param total all cases
 */
public record DisputeResults(
        @Item(zh = "结果维持", en = "Upheld") long upheld,
        @Item(zh = "结果纠正", en = "Corrected") long corrected,
        @Item(zh = "其他结果", en = "Other result") long otherResult,
        @Item(zh = "尚未审结", en = "Pending") long pending,
        @Item(zh = "总计", en = "Total") @Total long total) {

    public DisputeResults {
        Counted.check(upheld, corrected, otherResult, pending, total);
    }
}
