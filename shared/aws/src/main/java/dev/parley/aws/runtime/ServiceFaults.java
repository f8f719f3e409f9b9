package dev.parley.aws.runtime;

import dev.parley.domain.fault.TransientFault;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Throws what the last try of an AWS call failed with as the domain knows it: throttling,
 * time-outs, lost connections and faults of the service may pass. Refusals stay as they are, for
 * adapters to answer.
 */
final class ServiceFaults implements ExecutionInterceptor {
  /** Throws, because what it returns must be of the class of the fault. */
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable fault = context.exception();
    if (mayPass(fault)) {
      throw new TransientFault(fault.getClass().getSimpleName() + " of an AWS service", fault);
    }
    return fault;
  }

  private static boolean mayPass(Throwable fault) {
    return switch (fault) {
      case SdkServiceException refused ->
          refused.isThrottlingException() || refused.statusCode() >= 500;
      case SdkClientException lost -> true;
      default -> false;
    };
  }
}
