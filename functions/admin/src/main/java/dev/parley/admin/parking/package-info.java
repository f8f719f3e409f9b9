/** Events that had to wait. */
@NullMarked
package dev.parley.admin.inbound;

import org.jspecify.annotations.NullMarked;
