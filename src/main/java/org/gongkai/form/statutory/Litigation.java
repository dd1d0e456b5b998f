package org.gongkai.form.statutory;

import org.gongkai.form.Item;

/**
 * Administrative litigation, with and without prior reconsideration.
 *
 * @param direct filed without reconsideration
 * @param afterReconsideration filed after reconsideration
 */
public record Litigation(
        @Item(zh = "未经复议直接起诉", en = "Filed directly") DisputeResults direct,

        @Item(zh = "复议后起诉", en = "Filed after reconsideration")
        DisputeResults afterReconsideration) {}
