package dev.parley.domain.report;

/** Amounts to be added to one cell. */
public record Count(CellKey cell, Figures figures) {}
