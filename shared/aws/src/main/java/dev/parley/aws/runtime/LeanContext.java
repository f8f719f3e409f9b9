package dev.parley.aws.runtime;

import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.BeanContext;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Micronaut context over the bean definitions that the build listed for this handler, and nothing
 * else: no search of the class path, no property files, no framework beans, none that another
 * handler needs (infra/decisions/0001).
 */
@SuppressWarnings({"rawtypes", "overrides"}) // both from the framework's own signatures
final class LeanContext extends DefaultApplicationContext {
  private static final String LISTS = "META-INF/beans/";

  private final ClassLoader loader;
  private final String handler;

  /**
   * @param handler the handler's class, such as {@code dev.parley.chat.LineWebhookHandler}; its
   *     bean list carries that name
   */
  LeanContext(ClassLoader loader, String handler, RuntimeEnvironment environment) {
    super(new Configuration(loader));
    this.loader = loader;
    this.handler = handler;
    registerSingleton(RuntimeEnvironment.class, environment);
  }

  @Override
  protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
    List<BeanDefinitionReference> definitions = new ArrayList<>(48);
    for (String name : lines(LISTS + handler)) {
      definitions.add(definition(name));
    }
    return definitions;
  }

  private List<String> lines(String resource) {
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + resource + "; the build writes it");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new IllegalStateException("Can't read " + resource, e);
    }
  }

  private BeanDefinitionReference<?> definition(String name) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      return (BeanDefinitionReference<?>) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The listed bean definition " + name + " can't be made", e);
    }
  }

  @Override
  protected Iterable<BeanConfiguration> resolveBeanConfigurations() {
    return List.of();
  }

  /** Starts without making the environment itself a bean: nothing injects it. */
  @Override
  protected void startEnvironment() {
    getEnvironment().start();
  }

  @Override
  protected void initializeEventListeners() {}

  @Override
  protected void initializeTypeConverters(BeanContext context) {}

  @Override
  public void publishEvent(Object event) {}

  private record Configuration(ClassLoader loader) implements ApplicationContextConfiguration {
    @Override
    public ClassLoader getClassLoader() {
      return loader;
    }

    /** The one that the framework makes in any case, in place of a second. */
    @Override
    public Optional<MutableConversionService> getConversionService() {
      return Optional.of((MutableConversionService) ConversionService.SHARED);
    }

    @Override
    public List<String> getEnvironments() {
      return List.of("function", "lambda");
    }

    @Override
    public Optional<Boolean> getDeduceEnvironments() {
      return Optional.of(false);
    }

    @Override
    public boolean isEnableDefaultPropertySources() {
      return false;
    }

    @Override
    public boolean isEnvironmentPropertySource() {
      return false;
    }

    @Override
    public boolean isBannerEnabled() {
      return false;
    }

    @Override
    public Boolean isBootstrapEnvironmentEnabled() {
      return false;
    }
  }
}
