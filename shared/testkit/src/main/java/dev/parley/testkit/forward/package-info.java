/** Fakes of what tells merchants' other systems, and the contracts that their adapters keep. */
@NullMarked
package dev.parley.testkit.forward;

import org.jspecify.annotations.NullMarked;
