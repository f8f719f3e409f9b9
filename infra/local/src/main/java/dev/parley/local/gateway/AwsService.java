package dev.parley.local.gateway;

/** One AWS service as the gateway answers for it. */
public interface AwsService {
  Answer answer(String operation, byte[] body);

  /** A reply with what it consumed. */
  record Answer(Reply reply, Capacity capacity) {
    static Answer of(Reply reply) {
      return new Answer(reply, Capacity.NONE);
    }
  }
}
