package dev.parley.sandbox.meta;

/**
 * What belongs to an account: the token that its API takes, the secret of the app that signs its
 * webhooks, and the word that the webhook's owner chose for the challenge.
 */
public record Credentials(String accessToken, String appSecret, String verifyToken) {}
