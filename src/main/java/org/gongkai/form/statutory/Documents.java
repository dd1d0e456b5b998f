package org.gongkai.form.statutory;

import org.gongkai.form.Item;
import org.gongkai.form.Stock;

/**
 * Documents of one kind over the year.
 *
 * @param issued made and issued during the year
 * @param repealed repealed during the year; documents that expire are often not counted
 * @param inForce in force at the end of the year
 */
public record Documents(
        @Item(zh = "本年制发件数", en = "Issued this year") long issued,
        @Item(zh = "本年废止件数", en = "Repealed this year") long repealed,
        @Item(zh = "现行有效件数", en = "In force") @Stock long inForce) {

    public Documents {
        Counted.check(issued, repealed, inForce);
    }
}
