package dev.parley.domain.forward;

import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;

/** How each target fares; one that takes what it gets costs no write. */
public interface TargetHealths {
  TargetHealth find(MerchantId merchant, Target target);

  /** Counts a failure; returns how the target fares with it. */
  TargetHealth failed(MerchantId merchant, Target target, Instant at);

  /** Forgets the failures, unless the target was switched off meanwhile: that stays. */
  void recovered(MerchantId merchant, Target target);

  /** Forgets the failures, and that it was disabled: its owner wants it on. */
  void renewed(MerchantId merchant, Target target);

  /** Switches the target off, unless it is off. */
  void disable(MerchantId merchant, Target target, Disabled disabled);
}
