package org.gongkai.platform;

import io.quarkus.runtime.QuarkusApplication;
import java.sql.SQLException;
import org.gongkai.filing.store.FigureTable;

/**
 * The command {@code rebuild}: rebuilds the data that are derived from the revisions, and then exits without serving
 * requests.
 */
class Rebuild implements QuarkusApplication {

    private final FigureTable figures;

    Rebuild(FigureTable figures) {
        this.figures = figures;
    }

    @Override
    public int run(String... args) throws SQLException {
        System.out.printf("Rebuilt the table of figures from %d revisions%n", figures.rebuild());
        return 0;
    }
}
