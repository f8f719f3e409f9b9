import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes for each handler of a module the bean definitions that it can reach from what is injected
 * into it: {@code META-INF/beans/<handler>}. A definition that is not listed is not loaded at a
 * start (infra/decisions/0001). Arguments: the module's classes, its root package.
 */
final class BeanLists {
  private static final String LISTS = "META-INF/beans/";
  private static final String HANDLER = "Handler";

  private final Map<String, BeanDefinition<?>> definitions = new LinkedHashMap<>();

  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    String root = args[1];
    BeanLists lists = new BeanLists();
    lists.read("dev.parley.aws");
    lists.read(root);
    for (String name : List.copyOf(lists.definitions.keySet())) {
      Class<?> type = lists.definitions.get(name).getBeanType();
      if (type.getPackageName().equals(root) && type.getSimpleName().endsWith(HANDLER)) {
        Files.write(classes.resolve(LISTS + type.getName()), lists.reachedFrom(name));
      }
    }
  }

  private void read(String list) throws IOException {
    try (InputStream in = BeanLists.class.getClassLoader().getResourceAsStream(LISTS + list)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + LISTS + list);
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(name -> definitions.put(name, definition(name)));
    }
  }

  private static BeanDefinition<?> definition(String name) {
    try {
      Object reference = Class.forName(name).getDeclaredConstructor().newInstance();
      return ((BeanDefinitionReference<?>) reference).load();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The listed bean definition " + name + " can't be made", e);
    }
  }

  private Set<String> reachedFrom(String handler) {
    Set<String> reached = new TreeSet<>(Set.of(handler));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (Class<?> needed : needs(definitions.get(open.pop()))) {
        for (Map.Entry<String, BeanDefinition<?>> each : definitions.entrySet()) {
          if (needed.isAssignableFrom(each.getValue().getBeanType())
              && reached.add(each.getKey())) {
            open.push(each.getKey());
          }
        }
      }
    }
    return reached;
  }

  /** What a bean is made from: its arguments, what is injected after, the factory that makes it. */
  private static List<Class<?>> needs(BeanDefinition<?> definition) {
    List<Class<?>> needs = new ArrayList<>();
    definition.getDeclaringType().filter(t -> t != definition.getBeanType()).ifPresent(needs::add);
    Stream.of(
            Arrays.stream(definition.getConstructor().getArguments()),
            definition.getInjectedFields().stream().map(field -> field.asArgument()),
            definition.getInjectedMethods().stream().flatMap(m -> Arrays.stream(m.getArguments())))
        .flatMap(arguments -> arguments)
        .flatMap(BeanLists::types)
        .forEach(needs::add);
    return needs;
  }

  /** The type and those between its angle brackets: a list of beans needs its elements. */
  private static Stream<Class<?>> types(Argument<?> argument) {
    return Stream.concat(
        Stream.of(argument.getType()),
        Arrays.stream(argument.getTypeParameters()).flatMap(BeanLists::types));
  }
}
