/** What had to wait for its queue. */
@NullMarked
package dev.parley.admin.parking;

import org.jspecify.annotations.NullMarked;
