package dev.parley.aws.runtime;

import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.Qualifier;
import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.InstantiatableBeanDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A Micronaut context over the bean definitions that the build listed for this handler, and nothing
 * else: no search of the class path, no properties, no framework beans, none that another handler
 * needs. It is never started, and finds each bean by its type alone, since all are singletons
 * without qualifiers: the framework would look for those among the annotations of every bean, and
 * load what it knows of annotations and of converting their values (infra/decisions/0001).
 */
@SuppressWarnings("overrides") // from the framework's own signatures
final class LeanContext extends DefaultApplicationContext {
  private static final String LISTS = "META-INF/beans/";

  private final List<BeanDefinition<?>> definitions;
  private final RuntimeEnvironment environment;
  private final Connections connections = new Connections();
  private @Nullable AwsClients clients;

  /** What was made or lent, by its definition or its type. */
  private final Map<Object, Object> beans = new HashMap<>();

  /**
   * @param handler the handler's class, such as {@code dev.parley.chat.LineWebhookHandler}; its
   *     bean list carries that name
   */
  LeanContext(ClassLoader loader, String handler, RuntimeEnvironment environment) {
    super(new Configuration(loader));
    this.definitions = listed(loader, LISTS + handler);
    this.environment = environment;
  }

  private static List<BeanDefinition<?>> listed(ClassLoader loader, String resource) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + resource + "; the build writes it");
      }
      List<BeanDefinition<?>> definitions = new ArrayList<>();
      for (String name : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        definitions.add(definition(loader, name));
      }
      return definitions;
    } catch (IOException e) {
      throw new IllegalStateException("Can't read " + resource, e);
    }
  }

  private static BeanDefinition<?> definition(ClassLoader loader, String name) {
    try {
      Object definition = Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
      return ((BeanDefinitionReference<?>) definition).load();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The listed bean definition " + name + " can't be made", e);
    }
  }

  @Override
  public synchronized <T> T getBean(
      BeanResolutionContext resolution, Argument<T> wanted, @Nullable Qualifier<T> qualifier) {
    Class<T> type = wanted.getType();
    BeanDefinition<?> definition = definition(wanted);
    Object key = definition == null ? type : definition;
    Object bean = beans.get(key);
    if (bean == null) {
      bean =
          definition instanceof InstantiatableBeanDefinition<?> listed
              ? listed.instantiate(resolution, this)
              : lent(type);
      beans.put(key, bean);
    }
    return type.cast(bean);
  }

  private @Nullable BeanDefinition<?> definition(Argument<?> wanted) {
    for (BeanDefinition<?> definition : definitions) {
      if (definition.isCandidateBean(wanted)) {
        return definition;
      }
    }
    return null;
  }

  /**
   * Returns what no definition makes. One of a client would name the annotations on the SDK's
   * types, which the framework then learns all about.
   */
  private Object lent(Class<?> type) {
    if (type == RuntimeEnvironment.class) {
      return environment;
    } else if (type == Connections.class) {
      return connections;
    } else if (type == DynamoDbClient.class) {
      return clients().dynamoDb();
    } else if (type == SqsClient.class) {
      return clients().sqs();
    } else if (type == KmsClient.class) {
      return clients().kms();
    } else if (type == DynamoDbStreamsClient.class) {
      return clients().dynamoDbStreams();
    }
    throw new IllegalStateException("No listed bean is a " + type.getName());
  }

  private AwsClients clients() {
    AwsClients made = clients;
    if (made == null) {
      made = new AwsClients(environment, connections);
      clients = made;
    }
    return made;
  }

  /** Finds the definition of the handler, into which beans are to be injected. */
  @Override
  @SuppressWarnings("unchecked") // the definition of the instance's own class
  protected <T> Collection<BeanDefinition<T>> findBeanCandidatesForInstance(T instance) {
    BeanDefinition<?> definition = definition(Argument.of(instance.getClass()));
    return definition == null ? List.of() : List.of((BeanDefinition<T>) definition);
  }

  /** None: nothing here is configured by the framework's properties. */
  @Override
  public @Nullable Environment getEnvironment() {
    return null;
  }

  private record Configuration(ClassLoader loader) implements ApplicationContextConfiguration {
    @Override
    public ClassLoader getClassLoader() {
      return loader;
    }

    @Override
    public List<String> getEnvironments() {
      return List.of();
    }
  }
}
