package dev.parley.aws.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.AwsBeans;
import dev.parley.domain.report.Count;
import dev.parley.probe.EchoHandler;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.core.type.Argument;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class LeanContextTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "AWS_REGION", "us-east-1",
          "AWS_ACCESS_KEY_ID", "id",
          "AWS_SECRET_ACCESS_KEY", "secret");

  private final RuntimeEnvironment environment =
      new RuntimeEnvironment(VARIABLES, InstantSource.system());
  private final LeanContext context =
      new LeanContext(
          LeanContextTest.class.getClassLoader(), EchoHandler.class.getName(), environment);

  @Test
  void lendsItsEnvironmentAndClientsOfAwsOnce() {
    assertSame(environment, bean(RuntimeEnvironment.class));
    assertSame(bean(SqsClient.class), bean(SqsClient.class));
  }

  @Test
  void makesAListedBeanOnce() {
    assertSame(bean(AwsBeans.class), bean(AwsBeans.class));
  }

  @Test
  void namesWhatIsNotListed() {
    var fault = assertThrows(IllegalStateException.class, () -> bean(Count.class));

    assertEquals("No listed bean is a " + Count.class.getName(), fault.getMessage());
  }

  private <T> T bean(Class<T> type) {
    return context.getBean(resolution(), Argument.of(type), null);
  }

  /** A way from bean to bean that nobody goes. */
  private static BeanResolutionContext resolution() {
    Class<?>[] types = {BeanResolutionContext.class};
    return (BeanResolutionContext)
        Proxy.newProxyInstance(
            LeanContextTest.class.getClassLoader(), types, (proxy, method, arguments) -> null);
  }
}
