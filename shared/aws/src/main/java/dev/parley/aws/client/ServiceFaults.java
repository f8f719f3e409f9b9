package dev.parley.aws.client;

import dev.parley.domain.fault.TransientFault;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * What the last try of an AWS call failed with, as the domain knows it: throttling, time-outs, lost
 * connections and faults of the service may pass. Refusals stay as they are, for adapters to
 * answer.
 */
final class ServiceFaults implements ExecutionInterceptor {
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable fault = context.exception();
    return mayPass(fault)
        ? new TransientFault(fault.getClass().getSimpleName() + " of an AWS service", fault)
        : fault;
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
