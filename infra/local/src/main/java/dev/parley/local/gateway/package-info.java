/** What the functions' AWS and platform calls go through: metered, and made to fail on demand. */
@NullMarked
package dev.parley.local.gateway;

import org.jspecify.annotations.NullMarked;
