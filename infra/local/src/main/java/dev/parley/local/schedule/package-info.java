/** Schedule expressions: cron, rate and at. */
@NullMarked
package dev.parley.local.schedule;

import org.jspecify.annotations.NullMarked;
