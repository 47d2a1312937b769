package no.klarert.examples.smartcloud;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of cells in columns, each as wide as its widest cell. */
final class Table {
    private static final String GAP = "   ";

    private final List<Alignment> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Where the text of a column stands. */
    enum Alignment {
        LEFT,
        RIGHT
    }

    Table(Alignment... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row with a cell for each column. */
    Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The rows as lines, with nothing after the last cell. */
    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> cells) {
        var line = new ArrayList<String>();
        for (int column = 0; column < cells.size(); column++) {
            line.add(padded(cells.get(column), column));
        }
        return line.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }

    private String padded(String cell, int column) {
        var padding = " ".repeat(width(column) - length(cell));
        return columns.get(column) == Alignment.LEFT ? cell + padding : padding + cell;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
