package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a document with its number among those of its kind.
 *
 * @param block the paragraph or table
 * @param number the number of the paragraph outside of tables, or of the table, from 1
 */
public record NumberedBlock(Block block, int number) {

    /** Returns the parts of a document with their numbers. */
    public static List<NumberedBlock> of(List<Block> blocks) {
        List<NumberedBlock> numbered = new ArrayList<>();
        int tables = 0;
        for (Block block : blocks) {
            tables += block instanceof Grid ? 1 : 0;
            int others = numbered.size() - tables + 1;
            numbered.add(new NumberedBlock(block, block instanceof Grid ? tables : others));
        }
        return numbered;
    }
}
