package dev.parley.aws.catalog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A client that counts the requests through it and the read units of queries and batch reads. */
final class CountingDynamo {
  private final AtomicInteger requests = new AtomicInteger();
  private final DoubleAdder readUnits = new DoubleAdder();
  private final @Nullable DynamoDbClient client;

  CountingDynamo(@Nullable DynamoDbClient client) {
    this.client = client;
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) ->
                method.isDefault() && !isRequest(arguments)
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : call(method, arguments));
  }

  private static boolean isRequest(Object @Nullable [] arguments) {
    return arguments != null && arguments.length == 1 && arguments[0] instanceof DynamoDbRequest;
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      Object reply = method.invoke(client, metered(arguments));
      requests.incrementAndGet();
      count(reply);
      return reply;
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static Object[] metered(Object[] arguments) {
    return switch (arguments[0]) {
      case QueryRequest query ->
          new Object[] {
            query.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build()
          };
      case BatchGetItemRequest get ->
          new Object[] {
            get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build()
          };
      default -> arguments;
    };
  }

  private void count(Object reply) {
    switch (reply) {
      case QueryResponse query -> add(query.consumedCapacity());
      case BatchGetItemResponse get -> get.consumedCapacity().forEach(this::add);
      default -> {}
    }
  }

  private void add(ConsumedCapacity capacity) {
    readUnits.add(capacity.capacityUnits());
  }

  int requests() {
    return requests.get();
  }

  double readUnits() {
    return readUnits.sum();
  }

  void reset() {
    requests.set(0);
    readUnits.reset();
  }
}
