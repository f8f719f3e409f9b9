/** The figures of the reports, kept per day in cells that add up. */
@NullMarked
package dev.parley.domain.report;

import org.jspecify.annotations.NullMarked;
