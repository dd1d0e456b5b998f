package org.gongkai.transcription.carrier.sheet;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.aggregates.FormulaRecordAggregate;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;

/**
 * The formulas of a sheet that were stored without a result. An XLSX file then has none; an XLS file has 0, and a mark that
 * the formula is computed when the file is opened.
 */
final class PendingFormulas {

    private final Set<CellAddress> marked = new HashSet<>();

    private PendingFormulas() {}

    static PendingFormulas of(Sheet sheet) {
        PendingFormulas pending = new PendingFormulas();
        if (sheet instanceof HSSFSheet old) {
            Iterator<CellValueRecordInterface> cells = old.getSheet().getCellValueIterator();
            cells.forEachRemaining(pending::add);
        }
        return pending;
    }

    private void add(CellValueRecordInterface cell) {
        if (cell instanceof FormulaRecordAggregate formula && isMarked(formula.getFormulaRecord())) {
            marked.add(new CellAddress(cell.getRow(), cell.getColumn()));
        }
    }

    private static boolean isMarked(FormulaRecord formula) {
        return formula.isCalcOnLoad()
                && formula.getCachedResultTypeEnum() == CellType.NUMERIC
                && formula.getValue() == 0;
    }

    boolean contains(Cell cell) {
        return marked.contains(cell.getAddress())
                || cell instanceof XSSFCell formula
                        && cell.getCellType() == CellType.FORMULA
                        && formula.getCTCell().getV() == null;
    }
}
